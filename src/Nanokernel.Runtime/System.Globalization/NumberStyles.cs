namespace System.Globalization;

/// <summary>What a number's text may hold.</summary>
[Flags]
public enum NumberStyles
{
    /// <summary>Digits only.</summary>
    None = 0,

    /// <summary>White space before.</summary>
    AllowLeadingWhite = 1,

    /// <summary>White space behind.</summary>
    AllowTrailingWhite = 2,

    /// <summary>A sign before.</summary>
    AllowLeadingSign = 4,

    /// <summary>A decimal point.</summary>
    AllowDecimalPoint = 32,

    /// <summary>Commas between digits.</summary>
    AllowThousands = 64,

    /// <summary>An exponent.</summary>
    AllowExponent = 128,

    /// <summary>Hexadecimal digits.</summary>
    AllowHexSpecifier = 512,

    /// <summary>Binary digits.</summary>
    AllowBinarySpecifier = 1024,

    /// <summary>An integer with a sign and white space around it.</summary>
    Integer = AllowLeadingWhite | AllowTrailingWhite | AllowLeadingSign,

    /// <summary>A hexadecimal number with white space around it.</summary>
    HexNumber = AllowLeadingWhite | AllowTrailingWhite | AllowHexSpecifier,

    /// <summary>A binary number with white space around it.</summary>
    BinaryNumber = AllowLeadingWhite | AllowTrailingWhite | AllowBinarySpecifier,

    /// <summary>A floating-point number.</summary>
    Float = Integer | AllowDecimalPoint | AllowExponent,
}
