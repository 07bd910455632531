using System.Runtime;
using System.Runtime.CompilerServices;

namespace System;

#pragma warning disable CS0824 // The compiler calls Ctor with the same parameters for each of these.

public sealed unsafe partial class String
{
    /// <summary>Makes a string of a span of characters.</summary>
    [MethodImpl(MethodImplOptions.InternalCall)]
    public extern String(ReadOnlySpan<char> value);

    /// <summary>Makes a string of an array of characters.</summary>
    [MethodImpl(MethodImplOptions.InternalCall)]
    public extern String(char[]? value);

    /// <summary>Makes a string of a part of an array of characters.</summary>
    [MethodImpl(MethodImplOptions.InternalCall)]
    public extern String(char[] value, int startIndex, int length);

    /// <summary>Makes a string of one character, repeated.</summary>
    [MethodImpl(MethodImplOptions.InternalCall)]
    public extern String(char c, int count);

    /// <summary>Returns one string behind the other.</summary>
    public static string Concat(string? str0, string? str1) => Concat(str0, str1, null, null);

    /// <summary>Returns the strings one behind the other.</summary>
    public static string Concat(string? str0, string? str1, string? str2) => Concat(str0, str1, str2, null);

    /// <summary>Returns the strings one behind the other.</summary>
    public static string Concat(string? str0, string? str1, string? str2, string? str3)
    {
        // Without spans, which are copied in SSE registers: the messages of exceptions are made here, in every partition.
        string text = Allocate(checked(LengthOf(str0) + LengthOf(str1) + LengthOf(str2) + LengthOf(str3)));
        int length = Put(text, 0, str0);
        length = Put(text, length, str1);
        length = Put(text, length, str2);
        Put(text, length, str3);
        return text;
    }

    /// <summary>Returns the texts one behind the other.</summary>
    public static string Concat(ReadOnlySpan<char> str0, ReadOnlySpan<char> str1) => Concat(str0, str1, default, default);

    /// <summary>Returns the texts one behind the other.</summary>
    public static string Concat(ReadOnlySpan<char> str0, ReadOnlySpan<char> str1, ReadOnlySpan<char> str2) => Concat(str0, str1, str2, default);

    /// <summary>Returns the texts one behind the other.</summary>
    public static string Concat(ReadOnlySpan<char> str0, ReadOnlySpan<char> str1, ReadOnlySpan<char> str2, ReadOnlySpan<char> str3)
    {
        string text = Allocate(checked(str0.Length + str1.Length + str2.Length + str3.Length));
        Span<char> rest = text.Characters;
        str0.CopyTo(rest);
        rest = rest[str0.Length..];
        str1.CopyTo(rest);
        rest = rest[str1.Length..];
        str2.CopyTo(rest);
        rest = rest[str2.Length..];
        str3.CopyTo(rest);
        return text;
    }

    /// <summary>Returns the strings one behind the other.</summary>
    public static string Concat(params string?[] values) => Concat((ReadOnlySpan<string?>)values);

    /// <summary>Returns the strings one behind the other.</summary>
    public static string Concat(params ReadOnlySpan<string?> values) => Join(default(ReadOnlySpan<char>), values);

    /// <summary>Returns the texts of two objects one behind the other.</summary>
    public static string Concat(object? arg0, object? arg1) => Concat(arg0?.ToString(), arg1?.ToString());

    /// <summary>Returns the texts of three objects one behind the other.</summary>
    public static string Concat(object? arg0, object? arg1, object? arg2) => Concat(arg0?.ToString(), arg1?.ToString(), arg2?.ToString());

    /// <summary>Returns the strings with a separator between them.</summary>
    public static string Join(string? separator, params string?[] value) => Join((ReadOnlySpan<char>)separator, value);

    /// <summary>Returns the strings with a separator between them.</summary>
    public static string Join(char separator, params string?[] value) => Join(new ReadOnlySpan<char>(in separator), value);

    // A string of zeros, to be filled in by its maker.
    internal static string Allocate(int length) => length == 0 ? Empty : Unsafe.As<string>(Heap.AllocateArray("".m_pEEType, (uint)length));

    private static int LengthOf(string? text) => text is null ? 0 : text.Length;

    // Returns where the next part goes.
    private static int Put(string text, int position, string? part)
    {
        if (part is null)
            return position;
        SpanHelpers.Move(ref Unsafe.Add(ref text._firstChar, position), ref part._firstChar, part.Length);
        return position + part.Length;
    }

    private static string Join(ReadOnlySpan<char> separator, ReadOnlySpan<string?> values)
    {
        int length = Math.Max(values.Length - 1, 0) * separator.Length;
        foreach (string? value in values)
            length = checked(length + (value?.Length ?? 0));
        string text = Allocate(length);
        Span<char> rest = text.Characters;
        for (int i = 0; i < values.Length; i++)
        {
            if (i != 0)
            {
                separator.CopyTo(rest);
                rest = rest[separator.Length..];
            }

            ReadOnlySpan<char> value = values[i];
            value.CopyTo(rest);
            rest = rest[value.Length..];
        }

        return text;
    }

    private static string Ctor(ReadOnlySpan<char> value)
    {
        string text = Allocate(value.Length);
        value.CopyTo(text.Characters);
        return text;
    }

    private static string Ctor(char[]? value) => Ctor((ReadOnlySpan<char>)value);

    private static string Ctor(char[] value, int startIndex, int length) => Ctor(new ReadOnlySpan<char>(value, startIndex, length));

    private static string Ctor(char c, int count)
    {
        if (count < 0)
            ThrowHelper.ThrowArgumentOutOfRange(nameof(count));
        string text = Allocate(count);
        text.Characters.Fill(c);
        return text;
    }
}
