namespace Nanokernel.Checking.ManifestRules;

/// <summary>NK0307: a message is copied as bytes, so references and pointers in it would dangle.</summary>
internal static class MessageTypeNotSupported
{
    internal static readonly RuleDescriptor Descriptor = new(
        "NK0307",
        "Message type without a fixed layout",
        "{0}, the message type of '{1}' in partition project '{2}', cannot be sent: {3}. Use a struct of numbers, enums and such structs.");
}
