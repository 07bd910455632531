namespace System;

// How parsing a number went.
internal enum NumberParsing
{
    Parsed,
    Malformed,
    Overflow,
}
