namespace System;

/// <summary>How texts are compared.</summary>
public enum StringComparison
{
    /// <summary>By the numbers of the characters.</summary>
    Ordinal = 4,

    /// <summary>By the numbers of the characters, letters of ASCII without their case.</summary>
    OrdinalIgnoreCase = 5,
}
