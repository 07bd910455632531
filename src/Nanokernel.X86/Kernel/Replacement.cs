// A new image for a partition, from one of its watchers.
using System.Runtime;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Nanokernel.Abi;
using Nanokernel.Policy;

namespace Nanokernel.Kernel;

/// <summary>
/// The hypercall <see cref="Hypercall.ReplaceImage"/>. To copy an image and to check its signature takes long, so it is done in the place of the
/// watcher that asks, in ring 1 as <see cref="Recovery"/> says, while the watched partition runs on. There is one at a time.
/// </summary>
internal static unsafe class Replacement
{
    private static Request s_request;

    [RuntimeExport("nk_serve_replace_image")]
    private static Context* Begin(uint end, uint address)
    {
        if (!KernelConfiguration.HasReplaceableImages)
            return null;
        var caller = Dispatcher.Current;
        var watched = Faults.WatchedAt(end);
        if (watched < 0 || !Images.IsReplaceable(watched))
            return Hypercalls.Return(HypercallStatus.InvalidArgument);
        var request = Current;
        if (request->Bytes != 0 || Images.IsOnTrial(watched))
            return Hypercalls.Return((int)ImageOutcome.Busy);
        var image = (PartitionImage*)PhysicalMemory.OfPartition(caller, address, PartitionImage.HeadBytes);
        var bytes = image == null ? 0 : image->Bytes;
        if (bytes < PartitionImage.HeadBytes || bytes % sizeof(uint) != 0 || bytes > Images.SlotsOf(watched)->Bytes - SignatureBytes
            || PhysicalMemory.OfPartition(caller, address, bytes + SignatureBytes) == null)
        {
            return Hypercalls.Return((int)ImageOutcome.Malformed);
        }

        request->Caller = caller;
        request->Watched = watched;
        request->Image = image;
        request->Bytes = bytes;
        request->InterruptFlag = Partitions.At(caller)->Control->VirtualInterruptFlag;
        CopyContext(&request->Saved, &Partitions.At(caller)->Context);
        Recovery.Enter(caller);
        return Dispatcher.Resume();
    }

    /// <summary>Copies the image where no partition can change it, and decides: in ring 1.</summary>
    public static void Check()
    {
        var request = Current;
        var copy = Images.SpareOf(request->Watched);
        Processor.CopyWords((uint*)copy, (uint*)request->Image, (request->Bytes + SignatureBytes) / sizeof(uint));
        request->Outcome = Examine(request, copy);
    }

    /// <summary>Answers the watcher, and starts the partition from its new image.</summary>
    public static Context* Finish()
    {
        var request = Current;
        Leave(request);
        if (request->Outcome == ImageOutcome.Accepted)
        {
            Images.Try(request->Watched);
            Lifecycle.Command(request->Watched, FaultActionKind.Restart);
        }

        return Dispatcher.Resume();
    }

    /// <summary>A watcher is stopped. If it waits for an answer, it gets none.</summary>
    public static void Abandon(int index)
    {
        var request = Current;
        if (request->Bytes != 0 && request->Caller == index)
            Leave(request);
    }

    private static void Leave(Request* request)
    {
        var partition = Partitions.At(request->Caller);
        CopyContext(&partition->Context, &request->Saved);
        partition->Context.Eax = request->Outcome;
        partition->Control->VirtualInterruptFlag = request->InterruptFlag;
        request->Bytes = 0;
    }

    private static uint Examine(Request* request, PartitionImage* image)
    {
        if (image->Magic != PartitionImage.MagicValue || image->Bytes != request->Bytes)
            return ImageOutcome.Malformed;
        if (image->SystemIdentity != KernelConfiguration.SystemIdentity || image->PartitionIndex != (uint)request->Watched)
            return ImageOutcome.Foreign;
        var digest = (uint*)&request->Digest;
        var scratch = (uint*)&request->Scratch;
        var key = (uint*)((byte*)Information + KernelInformation.ImageKeyOffset);
        Sha256.Of((uint*)image, request->Bytes, digest, scratch);
        if (!RsaSignature.IsValid(key, Information->ImageKeyWords, (uint*)((byte*)image + request->Bytes), digest, scratch))
            return ImageOutcome.NotSigned;
        return Images.IsWhole(request->Watched, image) && HasPlace(request->Watched, image) ? ImageOutcome.Accepted : ImageOutcome.Malformed;
    }

    /// <summary>
    /// Whether all that a restart writes lies in the partition's own memory, all that it reads in the image, and a page at each address of code,
    /// constants and data.
    /// </summary>
    private static bool HasPlace(int watched, PartitionImage* image)
    {
        const uint InPage = VirtualMemoryMap.PageSize - 1;
        var end = VirtualMemoryMap.PartitionBase;
        for (var i = 0u; i < image->SegmentCount; i++)
        {
            var segment = Images.Segment(image, i);
            if (i == PartitionImage.SegmentMaximum || segment->Address != end || segment->MemoryBytes > Images.SlotsOf(watched)->Room
                || segment->Bytes > segment->MemoryBytes || segment->Offset > image->Bytes || segment->Bytes > image->Bytes - segment->Offset)
            {
                return false;
            }

            end = (end + segment->MemoryBytes + InPage) & ~InPage;
        }

        return image->ImageEnd == end && end - VirtualMemoryMap.PartitionBase <= Images.SlotsOf(watched)->Room
            && image->TextStart >= VirtualMemoryMap.PartitionBase && image->TextEnd <= end;
    }

    /// <summary>The bytes of a signature.</summary>
    private static uint SignatureBytes => Information->ImageKeyWords * sizeof(uint);

    private static KernelInformation* Information => (KernelInformation*)PhysicalMemory.At(KernelConfiguration.KernelInformation);

    private static Request* Current => (Request*)Unsafe.AsPointer(ref s_request);

    private static void CopyContext(Context* to, Context* from) => Processor.CopyWords((uint*)to, (uint*)from, (uint)sizeof(Context) / sizeof(uint));

    [StructLayout(LayoutKind.Sequential)]
    private struct Request
    {
        public int Caller;
        public int Watched;
        public PartitionImage* Image;
        public uint Bytes;
        public uint Outcome;
        public uint InterruptFlag;
        public Context Saved;
        public DigestWords Digest;
        public ScratchWords Scratch;
    }

    [InlineArray(Sha256.DigestInfoWords)]
    private struct DigestWords
    {
        private uint _first;
    }

    [InlineArray(RsaSignature.ScratchWords)]
    private struct ScratchWords
    {
        private uint _first;
    }
}
