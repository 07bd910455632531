namespace SerialGateway;

/// <summary>A 16550 UART at its base port, which the partition that uses it owns. Names of registers and bits are those of its data sheet.</summary>
public readonly struct Uart(ushort port)
{
    /// <summary>The bytes that the transmitter takes at once.</summary>
    public const int FifoBytes = 16;

    private const byte EnableReceiveInterrupt = 0x01;   // IER: ERBFI
    private const byte EnableTransmitInterrupt = 0x02;  // IER: ETBEI
    private const byte FifosClearTrigger14 = 0xC7;      // FCR: FIFOs on and cleared, receive interrupt at 14 bytes
    private const byte InterruptCause = 0x0F;           // IIR
    private const byte TriggerReached = 0x04;           // IIR: as many bytes wait as the trigger says
    private const int TriggerBytes = 14;
    private const byte DivisorLatch = 0x80;             // LCR: DLAB
    private const byte EightBitsNoParity = 0x03;        // LCR
    private const byte TerminalReadyAndOut2 = 0x0B;     // MCR: DTR, RTS, and OUT2, which lets the PC's interrupt line through
    private const byte DataReady = 0x01;                // LSR: DR
    private const byte TransmitterEmpty = 0x20;         // LSR: THRE

    /// <summary>Whether a byte waits in the receiver.</summary>
    public bool HasByte => (IoPort.ReadByte((ushort)(port + 5)) & DataReady) != 0;

    /// <summary>
    /// How many bytes surely wait in the receiver, 0 for none: one look for a whole burst, because every access to the UART takes its time.
    /// </summary>
    public int CountReceived() =>
        (IoPort.ReadByte((ushort)(port + 2)) & InterruptCause) == TriggerReached ? TriggerBytes : HasByte ? 1 : 0;

    /// <summary>Whether the transmitter takes <see cref="FifoBytes"/> bytes.</summary>
    public bool CanSend => (IoPort.ReadByte((ushort)(port + 5)) & TransmitterEmpty) != 0;

    /// <summary>Sets 115,200 bit/s, 8 bits, no parity. No interrupt is enabled.</summary>
    public void Initialize()
    {
        WriteRegister(1, 0);
        WriteRegister(3, DivisorLatch);
        WriteRegister(0, 1);
        WriteRegister(1, 0);
        WriteRegister(3, EightBitsNoParity);
        WriteRegister(4, TerminalReadyAndOut2);
    }

    /// <summary>Switches the FIFOs on. A byte that waits in the receiver is lost by that; take it before.</summary>
    public void EnableFifos() => WriteRegister(2, FifosClearTrigger14);

    /// <summary>Says which interrupts the UART may ask for; one that has waited comes at once.</summary>
    public void EnableInterrupts(bool receive, bool transmit) =>
        WriteRegister(1, (byte)((receive ? EnableReceiveInterrupt : 0) | (transmit ? EnableTransmitInterrupt : 0)));

    /// <summary>Takes the byte that waits.</summary>
    public byte Receive() => IoPort.ReadByte(port);

    /// <summary>Sends a byte; the transmitter has room.</summary>
    public void Send(byte value) => IoPort.WriteByte(port, value);

    /// <summary>Reads the cause of the interrupt, which ends a transmitter's.</summary>
    public void AcknowledgeTransmitter() => IoPort.ReadByte((ushort)(port + 2));

    private void WriteRegister(int register, byte value) => IoPort.WriteByte((ushort)(port + register), value);
}
