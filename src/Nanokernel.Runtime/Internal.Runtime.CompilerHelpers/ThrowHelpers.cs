using System;
using System.Diagnostics.CodeAnalysis;

namespace Internal.Runtime.CompilerHelpers;

// The compiler calls these by name, from checks and in place of code that it cannot compile.
internal static class ThrowHelpers
{
    [DoesNotReturn]
    internal static void ThrowIndexOutOfRangeException() => throw new IndexOutOfRangeException();

    [DoesNotReturn]
    internal static void ThrowNullReferenceException() => throw new NullReferenceException();

    [DoesNotReturn]
    internal static void ThrowDivideByZeroException() => throw new DivideByZeroException();

    [DoesNotReturn]
    internal static void ThrowOverflowException() => throw new OverflowException();

    [DoesNotReturn]
    internal static void ThrowArrayTypeMismatchException() => throw new ArrayTypeMismatchException();

    [DoesNotReturn]
    internal static void ThrowArgumentException() => throw new ArgumentException();

    [DoesNotReturn]
    internal static void ThrowArgumentOutOfRangeException() => throw new ArgumentOutOfRangeException();

    [DoesNotReturn]
    internal static void ThrowNotImplementedException() => throw new NotImplementedException();

    [DoesNotReturn]
    internal static void ThrowNotSupportedException() => throw new NotSupportedException();

    [DoesNotReturn]
    internal static void ThrowPlatformNotSupportedException() => throw new PlatformNotSupportedException();

    [DoesNotReturn]
    internal static void ThrowNotSupportedInlineArrayEqualsGetHashCode() => throw new NotSupportedException("Inline arrays have no Equals and no GetHashCode.");

    [DoesNotReturn]
    internal static void ThrowFeatureBodyRemoved() => throw new NotSupportedException("The code was left out of the image.");

    [DoesNotReturn]
    internal static void ThrowBodyRemoved() => throw new NotSupportedException("The code was left out of the image.");

    [DoesNotReturn]
    internal static void ThrowInstanceBodyRemoved() => throw new NotSupportedException("The code was left out of the image.");

    [DoesNotReturn]
    internal static void ThrowUnavailableType() => throw new NotSupportedException("The type was left out of the image.");

    [DoesNotReturn]
    internal static void ThrowInvalidProgramException(int id) => throw new InvalidProgramException();

    [DoesNotReturn]
    internal static void ThrowInvalidProgramExceptionWithArgument(int id, string methodName) => throw new InvalidProgramException(methodName);

    [DoesNotReturn]
    internal static void ThrowTypeLoadException(int id, string className, string typeName) => throw new TypeLoadException(className);

    [DoesNotReturn]
    internal static void ThrowTypeLoadExceptionWithArgument(int id, string className, string typeName, string messageArg) =>
        throw new TypeLoadException(className);

    [DoesNotReturn]
    internal static void ThrowMissingFieldException(int id, string fieldName) => throw new MissingFieldException(fieldName);

    [DoesNotReturn]
    internal static void ThrowMissingMethodException(int id, string methodName) => throw new MissingMethodException(methodName);

    [DoesNotReturn]
    internal static void ThrowFileNotFoundException(int id, string fileName) => throw new TypeLoadException(fileName);

    [DoesNotReturn]
    internal static void ThrowBadImageFormatException(int id) => throw new InvalidProgramException();

    [DoesNotReturn]
    internal static void ThrowMarshalDirectiveException(int id) => throw new NotSupportedException("Platform invoke is not supported.");

    [DoesNotReturn]
    internal static void ThrowAmbiguousMatchException(int id) => throw new InvalidProgramException();
}
