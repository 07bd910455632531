namespace System;

/// <summary>The base of every attribute. Attributes are for the compiler and the build; there is no reflection.</summary>
public abstract class Attribute;
