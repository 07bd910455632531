namespace Nanokernel.X86.Toolchain;

/// <summary>What follows from a relocation's kind.</summary>
internal static class RelocationKindExtensions
{
    /// <summary>The bytes that the relocation fills in: 2 or 4.</summary>
    public static int FieldSize(this RelocationKind kind) =>
        kind is RelocationKind.SectionIndex or RelocationKind.Low16 or RelocationKind.High16 ? 2 : 4;

    /// <summary>Whether the value moves with the image, so that a relocated image has to fill it in again.</summary>
    public static bool DependsOnImageBase(this RelocationKind kind) => kind
        is RelocationKind.Absolute32 or RelocationKind.Low16 or RelocationKind.High16 or RelocationKind.Physical32;
}
