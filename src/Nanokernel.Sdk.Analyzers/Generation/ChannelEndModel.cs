namespace Nanokernel.Sdk.Analyzers.Generation;

/// <summary>A property that asks for an end of a channel or a buffer, reduced to what the generated half says.</summary>
/// <param name="Property">The property's name, as it stands in source.</param>
/// <param name="Modifiers">Its modifiers, as they stand in source: both halves of a partial property have to agree in them.</param>
/// <param name="Type">Its type, fully qualified.</param>
/// <param name="Symbol">The symbol that the image builder defines for the end.</param>
internal sealed record ChannelEndModel(string Property, string Modifiers, string Type, string Symbol);
