namespace Nanokernel.Manifests;

/// <summary>A primitive field of a message, nested structs taken apart.</summary>
/// <param name="Offset">The offset in the message.</param>
/// <param name="Size">The bytes.</param>
/// <param name="Type">The primitive type: <c>i4</c>, <c>u8</c>, <c>f8</c>, <c>b1</c>, <c>c2</c>.</param>
/// <param name="Path">The field's name, for messages to people: <c>Position.X</c>.</param>
public sealed record MessageField(int Offset, int Size, string Type, string Path);
