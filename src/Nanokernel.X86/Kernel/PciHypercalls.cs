// The owner's way to the configuration space of its PCI functions.
using System.Runtime;
using Nanokernel.Abi;
using Nanokernel.Policy;

namespace Nanokernel.Kernel;

/// <summary>
/// A partition names its own functions by number, so that it cannot name another's. The numbers are anything: every one is compared
/// before it is used.
/// </summary>
internal static unsafe class PciHypercalls
{
    [RuntimeExport("nk_serve_read_pci_configuration")]
    private static Context* Read(uint selector)
    {
        var status = Find(selector, out var index);
        if (status == 0)
            Partitions.At(Dispatcher.Current)->Context.Edx = PciConfiguration.Read(Pci.At(index)->Function, RegisterOf(selector), BytesOf(selector));
        return Hypercalls.Return(status);
    }

    [RuntimeExport("nk_serve_write_pci_configuration")]
    private static Context* Write(uint selector, uint value)
    {
        var status = Find(selector, out var index);
        return Hypercalls.Return(status == 0 ? Write(Pci.At(index), RegisterOf(selector), BytesOf(selector), value) : status);
    }

    private static int Write(PciState* state, uint register, uint bytes, uint value)
    {
        if (!state->Rights.AllowsWrite(register, bytes, PciConfiguration.Read(state->Function, register), value))
            return HypercallStatus.NotPermitted;
        PciConfiguration.Write(state->Function, register, bytes, value);
        return 0;
    }

    private static int Find(uint selector, out int index)
    {
        index = 0;
        if (KernelConfiguration.PciFunctionCount == 0)
            return HypercallStatus.NotPermitted;
        var functions = Pci.OwnedBy(Dispatcher.Current);
        if (selector >> 16 >= functions->Count)
            return HypercallStatus.NotPermitted;
        index = (int)(functions->First + (selector >> 16));
        return PciConfigurationRights.IsAccess(RegisterOf(selector), BytesOf(selector)) ? 0 : HypercallStatus.InvalidArgument;
    }

    private static uint RegisterOf(uint selector) => selector & 0xFF;

    private static uint BytesOf(uint selector) => (selector >> 8) & 0xFF;
}
