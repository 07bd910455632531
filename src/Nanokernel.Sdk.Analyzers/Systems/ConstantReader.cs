using System.Globalization;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Nanokernel.Sdk.Analyzers.Systems;

/// <summary>Reads arguments whose values the syntax fixes; null for all others.</summary>
internal static class ConstantReader
{
    private static readonly Dictionary<string, Device> Devices = typeof(Pc)
        .GetProperties(BindingFlags.Public | BindingFlags.Static)
        .Where(property => property.PropertyType == typeof(Device))
        .ToDictionary(property => property.Name, property => (Device)property.GetValue(null), StringComparer.Ordinal);

    internal static IOperation? Argument(IInvocationOperation call, string parameter) =>
        call.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == parameter)?.Value;

    internal static string? Text(IInvocationOperation call, string parameter) => Argument(call, parameter)?.ConstantValue.Value as string;

    internal static int? Number(IOperation? value) => value?.ConstantValue.Value as int?;

    internal static ByteSize? Size(IOperation? value) => Unwrap(value) switch
    {
        IInvocationOperation call when IsSizeMethod(call.TargetMethod) && Integer(call.Arguments[0].Value) is { } amount =>
            call.TargetMethod.Name is "KiB" or "FromKibibytes" ? ByteSize.FromKibibytes(amount) : ByteSize.FromMebibytes(amount),
        IObjectCreationOperation { Arguments.Length: 1 } creation when Integer(creation.Arguments[0].Value) is { } bytes =>
            new ByteSize(bytes),
        _ => null,
    };

    /// <summary>A size that can be left out; false where what is given is no constant.</summary>
    internal static bool TryOptionalSize(IInvocationOperation call, string parameter, out ByteSize? size)
    {
        var value = Unwrap(Argument(call, parameter));
        size = Size(value);
        return size is not null || value is IDefaultValueOperation || value?.ConstantValue is { HasValue: true, Value: null };
    }

    /// <summary>The time that <c>TimeSpan.Zero</c>, or a call of <c>TimeSpan.FromSeconds</c> or its kin gives.</summary>
    internal static TimeSpan? Duration(IOperation? value)
    {
        if (Unwrap(value) is IFieldReferenceOperation { Field.Name: nameof(TimeSpan.Zero) } zero
            && zero.Field.ContainingType.ToDisplayString() == BuilderNames.TimeSpan)
        {
            return TimeSpan.Zero;
        }

        if (Unwrap(value) is not IInvocationOperation { Arguments.Length: 1 } call
            || call.TargetMethod.ContainingType.ToDisplayString() != BuilderNames.TimeSpan
            || call.Arguments[0].Value.ConstantValue.Value is not (int or long or double))
        {
            return null;
        }

        var amount = Convert.ToDouble(call.Arguments[0].Value.ConstantValue.Value, CultureInfo.InvariantCulture);
        return call.TargetMethod.Name switch
        {
            "FromMicroseconds" => TimeSpan.FromTicks((long)(amount * (TimeSpan.TicksPerMillisecond / 1000))),
            "FromMilliseconds" => TimeSpan.FromTicks((long)(amount * TimeSpan.TicksPerMillisecond)),
            "FromSeconds" => TimeSpan.FromTicks((long)(amount * TimeSpan.TicksPerSecond)),
            "FromMinutes" => TimeSpan.FromTicks((long)(amount * TimeSpan.TicksPerMinute)),
            "FromHours" => TimeSpan.FromTicks((long)(amount * TimeSpan.TicksPerHour)),
            _ => null,
        };
    }

    internal static Device? Device(IOperation? value) =>
        Unwrap(value) is IPropertyReferenceOperation reference
        && reference.Property.ContainingType.ToDisplayString() == BuilderNames.Devices
        && Devices.TryGetValue(reference.Property.Name, out var device)
            ? device
            : null;

    /// <summary>The machine that an expression is, or is a variant of.</summary>
    internal static Machine? Machine(IOperation? value) => Unwrap(value) switch
    {
        IWithOperation with => Machine(with.Operand),
        IPropertyReferenceOperation { Property.Name: nameof(Machines.Pc) } reference
            when reference.Property.ContainingType.ToDisplayString() == BuilderNames.Machines => Machines.Pc,
        _ => null,
    };

    internal static IOperation? Unwrap(IOperation? value)
    {
        while (value is IConversionOperation conversion)
            value = conversion.Operand;
        return value;
    }

    private static bool IsSizeMethod(IMethodSymbol method) =>
        method.ContainingType.ToDisplayString() is BuilderNames.ByteSize or BuilderNames.ByteSizeExtensions
        && method.Name is "KiB" or "MiB" or "FromKibibytes" or "FromMebibytes";

    private static long? Integer(IOperation value) => value.ConstantValue.Value switch
    {
        int number => number,
        long number => number,
        uint number => number,
        _ => null,
    };
}
