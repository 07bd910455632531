namespace Nanokernel.Manifests;

/// <summary>Carries why no layout can be made out of the recursion over a message's fields; never leaves the reader.</summary>
internal sealed class MessageLayoutException : Exception
{
    internal MessageLayoutException(string reason)
        : base(reason)
    {
    }

    internal MessageLayoutException(TypeShape.Missing missing)
        : base($"type {missing.TypeName} was not found in assembly '{missing.AssemblyName}'") => Missing = missing;

    /// <summary>The type that was not found, if that is the reason.</summary>
    internal TypeShape.Missing? Missing { get; }
}
