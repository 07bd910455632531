namespace Nanokernel.Channels.Tests;

/// <summary>Three words that go together: who is torn shows it.</summary>
internal readonly struct Message(uint sender, uint number)
{
    private readonly uint _number = number;
    private readonly uint _sender = sender;
    private readonly uint _check = Sum(sender, number);

    internal uint Sender => _sender;

    /// <summary>From 1 on.</summary>
    internal uint Number => _number;

    internal bool IsWhole => _check == Sum(_sender, _number);

    public override string ToString() => $"{_sender}.{_number}{(IsWhole ? "" : " torn")}";

    // Far from what is there where nothing, or little, was written.
    private static uint Sum(uint sender, uint number) => ((number * 0x9E37_79B9) ^ (sender * 0x85EB_CA6B)) + 0xC2B2_AE35;
}
