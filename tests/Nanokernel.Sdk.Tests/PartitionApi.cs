namespace Nanokernel.Sdk.Tests;

/// <summary>As much of Nanokernel.Runtime as sources in these tests refer to.</summary>
internal static class PartitionApi
{
    internal const string Source = """
        namespace Nanokernel
        {
            public sealed class PartitionAttribute : System.Attribute;
            public sealed class SendsAttribute(string channel) : System.Attribute { public string Channel => channel; }
            public sealed class ReceivesAttribute(string channel) : System.Attribute { public string Channel => channel; }
            public sealed class DmaBufferAttribute(string buffer) : System.Attribute { public string Buffer => buffer; }
            public readonly struct DmaBuffer(nint window) { public nint Window => window; }
            public readonly struct Sender<T>(nint end) where T : unmanaged { public nint End => end; }
            public readonly struct Receiver<T>(nint end) where T : unmanaged { public nint End => end; }
        }
        namespace System.Runtime
        {
            public sealed class RuntimeExportAttribute(string name) : System.Attribute { public string Name => name; }
            public sealed class RuntimeImportAttribute(string name) : System.Attribute { public string Name => name; }
        }
        """;
}
