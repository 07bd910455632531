using System.Text;

namespace Nanokernel.X86.Emulation;

/// <summary>The far end of one of the machine's serial ports.</summary>
public sealed class QemuSerialPort
{
    internal QemuSerialPort(string name, Stream input)
    {
        Name = name;
        Input = input;
        Output = new GuestOutput(name);
    }

    /// <summary>The port's name: COM1 to COM4.</summary>
    public string Name { get; }

    /// <summary>
    /// What is written here arrives at the guest's receiver, as fast as the guest takes it: the stream is slow where the guest is.
    /// </summary>
    public Stream Input { get; }

    /// <summary>What the guest has sent.</summary>
    public GuestOutput Output { get; }

    /// <summary>Sends text, as UTF-8.</summary>
    /// <param name="text">The text.</param>
    /// <param name="cancellation">Gives up sending.</param>
    public Task WriteAsync(string text, CancellationToken cancellation = default) =>
        Input.WriteAsync(Encoding.UTF8.GetBytes(text), cancellation).AsTask();

    /// <inheritdoc cref="GuestOutput.WaitForLineAsync"/>
    public Task<string> WaitForLineAsync(string text, TimeSpan timeout, CancellationToken cancellation = default) =>
        Output.WaitForLineAsync(text, timeout, cancellation);
}
