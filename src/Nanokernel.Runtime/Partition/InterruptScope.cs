using System;

namespace Nanokernel;

/// <summary>A section in which no handler runs; see <see cref="Interrupts.Disable"/>. Sections can be nested.</summary>
public readonly ref struct InterruptScope : IDisposable
{
    private readonly bool _wasEnabled;

    internal InterruptScope(bool wasEnabled) => _wasEnabled = wasEnabled;

    /// <summary>Ends the section. What became pending inside is handled now, unless an outer section still holds it.</summary>
    public void Dispose()
    {
        if (_wasEnabled)
            Interrupts.Enable();
    }
}
