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
            public sealed class PostsAttribute(string name) : System.Attribute { public string Name => name; }
            public sealed class ViewsAttribute(string name) : System.Attribute { public string Name => name; }
            public sealed class SendsRecordsAttribute(string name) : System.Attribute { public string Name => name; }
            public readonly struct EventPoster(nint end) { public nint End => end; }
            public readonly struct EventWaiter(nint end) { public nint End => end; }
            public readonly struct RecordSender(nint end) { public nint End => end; }
            public readonly struct SharedMemory<T>(nint end) where T : unmanaged { public nint End => end; }
            public readonly struct ReadOnlySharedMemory<T>(nint end) where T : unmanaged { public nint End => end; }
            public sealed class DmaBufferAttribute(string buffer) : System.Attribute { public string Buffer => buffer; }
            public readonly struct DmaBuffer(nint window) { public nint Window => window; }
            public sealed class CallsAttribute(string name) : System.Attribute { public string Name => name; }
            public sealed class ServesAttribute(string name) : System.Attribute { public string Name => name; }
            public sealed class CallContractAttribute : System.Attribute;
            public enum CallStatus { Completed }
            public readonly struct CallResult<T>(CallStatus status, T value) where T : unmanaged
            {
                public CallStatus Status => status;
                public T Value => value;
            }
            public readonly unsafe struct CallClient<T>(nint end) where T : unmanaged
            {
                public ref T Message => ref *(T*)end;
                public CallStatus Call(uint method) => default;
                public CallStatus Call(uint method, System.TimeSpan timeout) => default;
            }
            public readonly unsafe struct CallRequest<T>(nint end) where T : unmanaged
            {
                public uint Method => 0;
                public ref T Message => ref *(T*)end;
                public bool IsCurrent => true;
                public void Complete() { }
                public void Refuse() { }
            }
            public readonly struct CallServer<T>(nint end) where T : unmanaged
            {
                public bool TryTake(out CallRequest<T> request) { request = new(end); return true; }
                public bool TryTake(out CallRequest<T> request, System.TimeSpan timeout) => TryTake(out request);
                public bool Take(out CallRequest<T> request) => TryTake(out request);
            }
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
