using System.Reflection.Metadata;

namespace Nanokernel.Manifests;

/// <summary>Finds what a partition uses of the runtime by the references to members in its assembly and all that it refers to.</summary>
internal static class RuntimeReferences
{
    internal const string RuntimeAssembly = "Nanokernel.Runtime";

    private const byte GenericInstance = 0x15;    // ECMA-335 II.23.1.16, ELEMENT_TYPE_GENERICINST

    // A type without members stands for all of its members.
    private static readonly (string Type, string[] Members, RuntimeUses Use)[] s_members =
    [
        ("Nanokernel.Interrupts", ["Attach"], RuntimeUses.AttachesInterrupts),
        ("Nanokernel.Interrupts", ["Complete", "Unmask"], RuntimeUses.CompletesInterrupts),
        ("Nanokernel.IoPort", [], RuntimeUses.Ports),
        ("Nanokernel.DeviceMemory", ["At"], RuntimeUses.DeviceMemory),
        ("Nanokernel.PciFunction", ["Find"], RuntimeUses.PciFunctions),
        ("Nanokernel.Exceptions", ["Attach"], RuntimeUses.HandlesExceptions),
        ("Nanokernel.Machine", ["EndSystem"], RuntimeUses.EndsSystem),
        ("Nanokernel.Heartbeat", ["Beat"], RuntimeUses.Beats),
        ("Nanokernel.Clock", ["Sleep", "SleepUntil", "Every"], RuntimeUses.Waits),
        ("Nanokernel.Processor", ["Wait", "Yield"], RuntimeUses.Waits),
        ("Nanokernel.Sender`1", ["Send", "TrySend"], RuntimeUses.Waits),
        ("Nanokernel.Receiver`1", ["Receive", "TryReceive"], RuntimeUses.Waits),
        ("Nanokernel.RecordSender", ["Send", "TrySend"], RuntimeUses.Waits),
        ("Nanokernel.RecordReceiver", ["Receive", "TryReceive"], RuntimeUses.Waits),
        ("Nanokernel.EventWaiter", ["Wait", "TryWait", "WaitAny", "WaitAll"], RuntimeUses.Waits),
        ("Nanokernel.PartitionLock", ["Acquire", "TryAcquire", "Hold"], RuntimeUses.Waits),
        ("Nanokernel.CallClient`1", ["Call"], RuntimeUses.Waits),
        ("Nanokernel.CallServer`1", ["Take", "TryTake"], RuntimeUses.Waits),
    ];

    /// <summary>What one assembly refers to.</summary>
    internal static RuntimeUses In(MetadataAssembly assembly)
    {
        var uses = RuntimeUses.None;
        foreach (var handle in assembly.Reader.MemberReferences)
        {
            var member = assembly.Reader.GetMemberReference(handle);
            if (TypeOf(assembly, member.Parent) is not { } type)
                continue;
            var name = assembly.Reader.GetString(member.Name);
            foreach (var known in s_members)
            {
                if (known.Type == type && (known.Members is [] || known.Members.Contains(name)))
                    uses |= known.Use;
            }
        }

        return uses;
    }

    /// <summary>What an assembly and all that it refers to may use: everything, if one of them is not there to be looked into.</summary>
    internal static RuntimeUses Reachable(MetadataAssembly assembly)
    {
        var uses = RuntimeUses.None;
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { assembly.Name, RuntimeAssembly };
        var waiting = new Queue<MetadataAssembly>([assembly]);
        while (waiting.TryDequeue(out var next))
        {
            uses |= In(next);
            foreach (var handle in next.Reader.AssemblyReferences)
            {
                var name = next.Reader.GetString(next.Reader.GetAssemblyReference(handle).Name);
                if (!seen.Add(name) || IsFramework(name))
                    continue;
                if (next.Assemblies.TryFind(name) is not { } reference)
                    return RuntimeUses.All;
                waiting.Enqueue(reference);
            }
        }

        return uses;
    }

    /// <summary>The framework's own assemblies do not know ours, and need not lie beside a partition.</summary>
    private static bool IsFramework(string name) =>
        name is "System" or "mscorlib" or "netstandard" || name.StartsWith("System.", StringComparison.Ordinal);

    private static string? TypeOf(MetadataAssembly assembly, EntityHandle parent) => parent.Kind switch
    {
        HandleKind.TypeReference => assembly.FullNameOf((TypeReferenceHandle)parent),
        HandleKind.TypeSpecification => GenericTypeOf(assembly, (TypeSpecificationHandle)parent),
        _ => null,
    };

    /// <summary>The open type of <c>Sender&lt;int&gt;</c>.</summary>
    private static string? GenericTypeOf(MetadataAssembly assembly, TypeSpecificationHandle handle)
    {
        var signature = assembly.Reader.GetBlobReader(assembly.Reader.GetTypeSpecification(handle).Signature);
        if (signature.ReadByte() != GenericInstance)
            return null;
        signature.ReadByte();
        var type = signature.ReadTypeHandle();
        return type.Kind == HandleKind.TypeReference ? assembly.FullNameOf((TypeReferenceHandle)type) : null;
    }
}
