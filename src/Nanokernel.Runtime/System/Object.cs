using System.Runtime.CompilerServices;
using Internal.Runtime;

namespace System;

/// <summary>The base of every class.</summary>
public unsafe class Object
{
    // The compiler gives every object a word for its type; a header word lies before it.
    internal MethodTable* m_pEEType;


    /// <summary>Creates an object.</summary>
    public Object()
    {
    }

    /// <summary>Does nothing: objects are never collected, so nothing is ever finalized.</summary>
    ~Object()
    {
    }

    /// <summary>Returns a text for the object: none unless its type says otherwise, for the names of types are not in the image.</summary>
    public virtual string? ToString() => "";

    /// <summary>Returns whether another object is equal to this one.</summary>
    public virtual bool Equals(object? obj) => this == obj;

    /// <summary>Returns a hash code of the object.</summary>
    public virtual int GetHashCode() => RuntimeHelpers.GetHashCode(this);

    /// <summary>Returns whether two objects are equal.</summary>
    public static bool Equals(object? objA, object? objB) => objA == objB || (objA is not null && objB is not null && objA.Equals(objB));

    /// <summary>Returns whether two references are the same.</summary>
    public static bool ReferenceEquals(object? objA, object? objB) => objA == objB;
}
