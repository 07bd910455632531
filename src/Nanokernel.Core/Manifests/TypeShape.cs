using System.Collections.Immutable;
using System.Reflection.Metadata;

namespace Nanokernel.Manifests;

/// <summary>A type as a signature names it, as far as a layout needs it.</summary>
internal abstract record TypeShape
{
    /// <summary>A type that no layout can be made of, with the words for the message.</summary>
    internal sealed record Unsupported(string Description) : TypeShape;

    /// <summary>A type that the signature encodes by itself.</summary>
    internal sealed record Primitive(PrimitiveTypeCode Code) : TypeShape;

    /// <summary>A type of an assembly, with its type arguments.</summary>
    internal sealed record Named(MetadataAssembly Assembly, TypeDefinitionHandle Handle, ImmutableArray<TypeShape> Arguments) : TypeShape
    {
        internal TypeDefinition Definition => Assembly.Reader.GetTypeDefinition(Handle);

        internal string FullName => Assembly.FullNameOf(Handle);
    }

    /// <summary>A type whose assembly or definition was not found.</summary>
    internal sealed record Missing(string TypeName, string AssemblyName) : TypeShape;
}
