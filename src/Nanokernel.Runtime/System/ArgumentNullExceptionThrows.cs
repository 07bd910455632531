using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace System;

public partial class ArgumentNullException
{
    /// <summary>Throws if the argument is null.</summary>
    public static void ThrowIfNull([NotNull] object? argument, [CallerArgumentExpression(nameof(argument))] string? paramName = null)
    {
        if (argument is null)
            throw new ArgumentNullException(paramName);
    }
}
