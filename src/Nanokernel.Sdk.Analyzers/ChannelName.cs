namespace Nanokernel.Sdk.Analyzers;

/// <summary>The form of channel names, the same as in the system that wires them.</summary>
internal static class ChannelName
{
    internal static bool IsValid(string name) =>
        name.Length is > 0 and <= 31
        && name[0] is >= 'a' and <= 'z'
        && name.All(character => character is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-');
}
