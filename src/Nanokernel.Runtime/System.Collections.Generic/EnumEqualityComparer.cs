using System.Runtime.CompilerServices;

namespace System.Collections.Generic;

#pragma warning disable CS8500 // Enumerations hold no references.

// For enumerations, by their bytes.
internal sealed class EnumEqualityComparer<T> : EqualityComparer<T>
    where T : struct
{
    public override bool Equals(T x, T y) => EnumValue.Bits(x) == EnumValue.Bits(y);

    public override int GetHashCode(T obj) => EnumValue.Hash(EnumValue.Bits(obj), EnumValue.TypeOf<T>());
}
