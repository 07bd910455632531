using System.Runtime;
using System.Runtime.CompilerServices;

namespace System;

/// <summary>The base of every delegate.</summary>
public abstract unsafe class Delegate
{
    // Read and written by the code that the compiler makes for delegates.
    internal object? _firstParameter;
    internal object? _helperObject;
    internal nint _extraFunctionPointerOrData;
    internal nint _functionPointer;

    private protected Delegate()
    {
    }

    /// <summary>Gets the object that the method is called on, if any; the last one's if there are several methods.</summary>
    public object? Target
    {
        get
        {
            if (_helperObject is Wrapper[] calls)
                return calls[(int)_extraFunctionPointerOrData - 1].Value.Target;

            // Delegates to static methods have themselves as first parameter.
            return _firstParameter == (object)this ? _helperObject : _firstParameter;
        }
    }

    /// <summary>Appends the calls of a delegate to those of another.</summary>
    public static Delegate? Combine(Delegate? a, Delegate? b) =>
        a is null ? b : b is null ? a : MulticastDelegate.CombineLists((MulticastDelegate)a, (MulticastDelegate)b);

    /// <summary>Takes the last occurrence of a delegate out of another.</summary>
    public static Delegate? Remove(Delegate? source, Delegate? value) =>
        source is null || value is null ? source : MulticastDelegate.RemoveFromList((MulticastDelegate)source, (MulticastDelegate)value);

    /// <summary>Returns whether two delegates call the same.</summary>
    public static bool operator ==(Delegate? d1, Delegate? d2) => d1 is null ? d2 is null : d1.Equals(d2);

    /// <summary>Returns whether two delegates call something different.</summary>
    public static bool operator !=(Delegate? d1, Delegate? d2) => !(d1 == d2);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => base.Equals(obj);

    /// <inheritdoc/>
    public override int GetHashCode() => (int)_functionPointer ^ (int)_extraFunctionPointerOrData;

    internal virtual nint GetThunk(int whichThunk) => 0;

    private protected void InitializeClosedInstance(object firstParameter, nint functionPointer)
    {
        if (firstParameter is null)
            ThrowHelper.ThrowArgument("Delegate to an instance method cannot have null 'this'.");
        _functionPointer = functionPointer;
        _firstParameter = firstParameter;
    }

    private protected void InitializeClosedInstanceSlow(object firstParameter, nint functionPointer) =>
        InitializeClosedInstance(firstParameter, functionPointer);

    private protected void InitializeClosedInstanceWithoutNullCheck(object? firstParameter, nint functionPointer)
    {
        _functionPointer = functionPointer;
        _firstParameter = firstParameter;
    }

    private protected void InitializeClosedInstanceToInterface(object firstParameter, nint dispatchCell)
    {
        if (firstParameter is null)
            ThrowHelper.ThrowArgument("Delegate to an instance method cannot have null 'this'.");
        _functionPointer = InterfaceDispatch.ResolveCall(firstParameter.m_pEEType, (DispatchCell*)dispatchCell);
        _firstParameter = firstParameter;
    }

    private protected void InitializeClosedStaticThunk(object? firstParameter, nint functionPointer, nint functionPointerThunk)
    {
        _extraFunctionPointerOrData = functionPointer;
        _helperObject = firstParameter;
        _functionPointer = functionPointerThunk;
        _firstParameter = this;
    }

    private protected void InitializeOpenStaticThunk(object? firstParameter, nint functionPointer, nint functionPointerThunk)
    {
        _firstParameter = this;
        _functionPointer = functionPointerThunk;
        _extraFunctionPointerOrData = functionPointer;
    }

    // A call of a multicast delegate. Arrays of these need no check of what is stored into them.
    internal struct Wrapper
    {
        internal Delegate Value;
    }
}
