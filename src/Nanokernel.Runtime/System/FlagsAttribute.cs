namespace System;

/// <summary>Says that an enumeration is a set of bits.</summary>
[AttributeUsage(AttributeTargets.Enum, Inherited = false)]
public sealed class FlagsAttribute : Attribute;
