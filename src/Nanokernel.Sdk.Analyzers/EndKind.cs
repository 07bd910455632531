namespace Nanokernel.Sdk.Analyzers;

/// <summary>What a partition asks for by a property: the attribute and the type that go together, and the words for them.</summary>
/// <param name="Attribute">The attribute's full name.</param>
/// <param name="AttributeName">The attribute without brackets, for messages.</param>
/// <param name="Type">The full metadata name of the property's type.</param>
/// <param name="SymbolPrefix">What stands before the name in the symbol that the image builder defines.</param>
/// <param name="Noun">What it is, at the start of a sentence.</param>
/// <param name="Target">What has the name.</param>
/// <param name="Verb">What the partition does with it.</param>
internal sealed record EndKind(
    string Attribute, string AttributeName, string Type, string SymbolPrefix, string Noun, string Target, string Verb)
{
    /// <summary>All kinds.</summary>
    internal static IReadOnlyList<EndKind> All { get; } =
    [
        new(KnownNames.SendsAttribute, "Sends", KnownNames.Sender, "nk_end_send_", "Channel end", "channel", "send to"),
        new(KnownNames.ReceivesAttribute, "Receives", KnownNames.Receiver, "nk_end_receive_", "Channel end", "channel", "receive from"),
        new(KnownNames.DmaBufferAttribute, "DmaBuffer", KnownNames.DmaBuffer, "nk_dma_buffer_", "DMA buffer", "DMA buffer", "use"),
    ];
}
