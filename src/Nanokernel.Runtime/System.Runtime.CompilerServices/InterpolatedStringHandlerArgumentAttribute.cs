namespace System.Runtime.CompilerServices;

/// <summary>Names the arguments that the handler is given.</summary>
[AttributeUsage(AttributeTargets.Parameter, Inherited = false)]
public sealed class InterpolatedStringHandlerArgumentAttribute : Attribute
{
    /// <summary>Creates the attribute.</summary>
    public InterpolatedStringHandlerArgumentAttribute(string argument)
    {
    }

    /// <summary>Creates the attribute.</summary>
    public InterpolatedStringHandlerArgumentAttribute(params string[] arguments)
    {
    }
}
