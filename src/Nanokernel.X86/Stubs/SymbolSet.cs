using Nanokernel.X86.Toolchain;

namespace Nanokernel.X86.Stubs;

/// <summary>The symbols of an object under construction: defined ones first, undefined ones as they are referred to.</summary>
internal sealed class SymbolSet(ObjectFile file)
{
    private readonly Dictionary<string, ObjectSymbol> _symbols = [];

    /// <summary>Defines a global symbol.</summary>
    /// <exception cref="InvalidOperationException">The name is defined already.</exception>
    public void Define(string name, ObjectSection section, uint offset, uint size, bool isFunction)
    {
        var symbol = new ObjectSymbol(name) { Section = section, Offset = offset, Size = size, IsGlobal = true, IsFunction = isFunction };
        if (!_symbols.TryAdd(name, symbol))
            throw new InvalidOperationException($"'{file.Name}' defines '{name}' twice.");
        file.Symbols.Add(symbol);
    }

    /// <summary>The symbol of a name, made undefined when the object does not define it.</summary>
    public ObjectSymbol Reference(string name)
    {
        if (_symbols.TryGetValue(name, out var symbol))
            return symbol;
        symbol = new ObjectSymbol(name) { IsGlobal = true };
        _symbols.Add(name, symbol);
        file.Symbols.Add(symbol);
        return symbol;
    }
}
