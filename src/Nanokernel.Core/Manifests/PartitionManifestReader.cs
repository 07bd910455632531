using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Reflection.Metadata;
using Nanokernel.Checking;
using Nanokernel.Checking.ManifestRules;
using Nanokernel.Model;

namespace Nanokernel.Manifests;

/// <summary>Reads a <see cref="PartitionManifest"/> from IL; attributes are recognised by their full names.</summary>
internal sealed class PartitionManifestReader
{
    private const string PartitionAttribute = "Nanokernel.PartitionAttribute";
    private const string DmaBufferAttribute = "Nanokernel.DmaBufferAttribute";

    private const string RevisionType = "Nanokernel.Abi.AbiVersion";
    private const string RevisionField = nameof(Abi.AbiVersion.Current);

    private readonly MetadataAssembly _assembly;
    private readonly PartitionProject _project;
    private readonly SourceLocation? _location;
    private readonly DiagnosticBag _diagnostics;

    private PartitionManifestReader(
        MetadataAssembly assembly, PartitionProject project, SourceLocation? location, DiagnosticBag diagnostics)
    {
        _assembly = assembly;
        _project = project;
        _location = location;
        _diagnostics = diagnostics;
    }

    internal static bool TryRead(
        PartitionProject project, SourceLocation? location, DiagnosticBag diagnostics, [NotNullWhen(true)] out PartitionManifest? manifest)
    {
        manifest = null;
        if (!File.Exists(project.AssemblyPath))
        {
            diagnostics.Report(MissingAssembly.Descriptor, location, project.AssemblyPath, project.Name);
            return false;
        }

        try
        {
            var assemblies = new MetadataAssemblySet(project.AssemblyPath, project.ReferencePaths);
            return new PartitionManifestReader(assemblies.Main, project, location, diagnostics).TryRead(out manifest);
        }
        catch (Exception exception) when (DamagedMetadata.IsReportedBy(exception))
        {
            diagnostics.Report(UnreadableAssembly.Descriptor, location, project.AssemblyPath, project.Name, exception.Message.TrimEnd('.'));
            return false;
        }
    }

    private bool TryRead([NotNullWhen(true)] out PartitionManifest? manifest)
    {
        manifest = null;
        var reader = _assembly.Reader;
        var partitions = reader.TypeDefinitions
            .Where(handle => Attributes(reader.GetTypeDefinition(handle).GetCustomAttributes()).Any(a => a.Name == PartitionAttribute))
            .ToList();
        if (partitions.Count != 1)
        {
            var found = partitions.Count == 0 ? "no class" : string.Join(" and ", partitions.Select(_assembly.FullNameOf));
            _diagnostics.Report(NotAPartition.Descriptor, _location, _project.AssemblyPath, found);
            return false;
        }

        if (RuntimeRevision() is { } revision && !OtherRevision.Check(revision, _project, _location, _diagnostics))
            return false;
        var typeName = _assembly.FullNameOf(partitions[0]);
        if (!TryReadEnds(reader.GetTypeDefinition(partitions[0]), typeName, out var ends))
            return false;
        manifest = new PartitionManifest(typeName, ends)
        {
            DmaBuffers = ReadDmaBuffers(reader.GetTypeDefinition(partitions[0]), typeName),
            Uses = RuntimeReferences.In(_assembly),
            MayUse = RuntimeReferences.Reachable(_assembly),
        };
        return true;
    }

    /// <summary>The revision of the runtime beside the partition; null where none lies there.</summary>
    private uint? RuntimeRevision()
    {
        if (_assembly.Assemblies.TryFind(RuntimeReferences.RuntimeAssembly)?.FindType(RevisionType) is not TypeShape.Named { } type)
            return null;
        var reader = type.Assembly.Reader;
        return type.Definition.GetFields()
            .Select(reader.GetFieldDefinition)
            .Where(definition => reader.StringComparer.Equals(definition.Name, RevisionField) && !definition.GetDefaultValue().IsNil)
            .Select(definition => (uint?)reader.GetBlobReader(reader.GetConstant(definition.GetDefaultValue()).Value).ReadUInt32())
            .FirstOrDefault();
    }

    private bool TryReadEnds(TypeDefinition partition, string typeName, out ImmutableArray<ManifestEnd> ends)
    {
        var found = ImmutableArray.CreateBuilder<ManifestEnd>();
        var isComplete = true;
        foreach (var handle in partition.GetProperties())
        {
            var property = _assembly.Reader.GetPropertyDefinition(handle);
            var member = $"{typeName}.{_assembly.Reader.GetString(property.Name)}";
            foreach (var (name, attribute) in Attributes(property.GetCustomAttributes()))
            {
                if (ChannelRoleTraits.All.FirstOrDefault(role => name == $"Nanokernel.{role.Attribute}Attribute") is not { } role)
                    continue;
                if (TryReadEnd(property, attribute, role, member) is { } end)
                    found.Add(end);
                else
                    isComplete = false;
            }
        }

        ends = found.ToImmutable();
        return EndDeclaredTwice.Check(ends, _project, _location, _diagnostics) && isComplete;
    }

    /// <summary>The compiler has seen that a buffer's property is a <c>DmaBuffer</c>: the generated half makes one.</summary>
    private ImmutableArray<ManifestDmaBuffer> ReadDmaBuffers(TypeDefinition partition, string typeName) =>
    [
        .. partition.GetProperties()
            .Select(_assembly.Reader.GetPropertyDefinition)
            .SelectMany(property => Attributes(property.GetCustomAttributes())
                .Where(attribute => attribute.Name == DmaBufferAttribute)
                .Select(attribute => new ManifestDmaBuffer(
                    NameIn(attribute.Attribute), $"{typeName}.{_assembly.Reader.GetString(property.Name)}"))),
    ];

    /// <summary>The one argument of an attribute.</summary>
    private string NameIn(CustomAttribute attribute)
    {
        var value = _assembly.Reader.GetBlobReader(attribute.Value);
        value.ReadUInt16();
        return value.ReadSerializedString() ?? "";
    }

    private ManifestEnd? TryReadEnd(PropertyDefinition property, CustomAttribute attribute, ChannelRoleTraits role, string member)
    {
        var channel = NameIn(attribute);
        var type = property.DecodeSignature(new TypeShapeDecoder(_assembly), []).ReturnType;
        if (type is TypeShape.Missing missing)
        {
            _diagnostics.Report(MissingReference.Descriptor, _location, missing.AssemblyName, member, _project.Name, missing.TypeName);
            return null;
        }

        if (role.IsWrapped && WrappedIn(type) is { } wrapped)
            type = wrapped;
        if (type is not TypeShape.Named named || named.FullName != $"Nanokernel.{role.Type}" || named.Arguments.Length != (role.HasMessage ? 1 : 0))
        {
            _diagnostics.Report(
                EndTypeWrong.Descriptor, _location, member, _project.Name, role.Attribute, role.TypeText, MessageLayoutBuilder.NameOf(type));
            return null;
        }

        if (!role.HasMessage)
            return new ManifestEnd(channel, role.Role, member, null);
        return TryBuildLayout(named.Arguments[0], member) is { } layout
            ? new ManifestEnd(channel, role.Role, member, layout with { HasNames = role.IsWrapped })
            : null;
    }

    /// <summary>The type of the one field that a generated struct has.</summary>
    private static TypeShape? WrappedIn(TypeShape type) =>
        type is TypeShape.Named named && StructKind.Of(named).IsValueType && StructKind.InstanceFields(named) is [var field] ? field.Type : null;

    private MessageLayout? TryBuildLayout(TypeShape message, string member)
    {
        try
        {
            return MessageLayoutBuilder.Build(message);
        }
        catch (MessageLayoutException exception) when (exception.Missing is { } missing)
        {
            _diagnostics.Report(MissingReference.Descriptor, _location, missing.AssemblyName, member, _project.Name, missing.TypeName);
        }
        catch (MessageLayoutException exception)
        {
            var name = MessageLayoutBuilder.NameOf(message);
            _diagnostics.Report(MessageTypeNotSupported.Descriptor, _location, name, member, _project.Name, exception.Message);
        }

        return null;
    }

    private IEnumerable<(string Name, CustomAttribute Attribute)> Attributes(CustomAttributeHandleCollection handles) => handles
        .Select(_assembly.Reader.GetCustomAttribute)
        .Select(attribute => (_assembly.AttributeTypeName(attribute), attribute));
}
