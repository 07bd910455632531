using System.Diagnostics.CodeAnalysis;
using Nanokernel.Abi;
using Nanokernel.Checking;

namespace Nanokernel.X86.Toolchain;

/// <summary>
/// Links objects to an image: resolve names, split sections, mark what is reached, place it, fill in the references.
/// Each step is one class.
/// The same objects give the same bytes.
/// </summary>
public static class Linker
{
    /// <summary>Links.</summary>
    /// <param name="request">What to link.</param>
    /// <param name="diagnostics">Receives all that is wrong.</param>
    /// <param name="image">The image.</param>
    /// <returns>Whether there is an image.</returns>
    public static bool TryLink(LinkRequest request, DiagnosticBag diagnostics, [NotNullWhen(true)] out LinkedImage? image)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(diagnostics);
        if (request.ImageBase % VirtualMemoryMap.PageSize != 0)
            throw new ArgumentException($"The image base 0x{request.ImageBase:X8} is not page aligned.", nameof(request));
        image = null;
        var findings = new DiagnosticBag();
        if (Link(request, findings) is { } linked && !findings.HasErrors)
            image = linked;
        diagnostics.AddRange(findings);
        return image is not null;
    }

    private static LinkedImage? Link(LinkRequest request, DiagnosticBag diagnostics)
    {
        var resolver = new SymbolResolver(request, diagnostics);
        var splitter = new SectionSplitter();
        var objects = new List<ObjectFile>();
        foreach (var file in request.Objects)
        {
            var statics = new StaticCellResolver(request.Name, file, diagnostics).Resolve();
            splitter.Add(file, statics);
            objects.Add(file);
            if (statics is null)
                continue;
            splitter.Add(statics.Objects, null);
            objects.Add(statics.Objects);
        }

        MarkLive(request, resolver, splitter, diagnostics);
        if (diagnostics.HasErrors)
            return null;
        var placed = SegmentLayout.TryPlace(request, splitter.Inputs.Where(i => i.IsLive && !resolver.IsDropped(i.Section)), diagnostics);
        if (placed is null)
            return null;

        var applier = new RelocationApplier(request, resolver, splitter, diagnostics);
        var segments = placed.Select(applier.MakeSegment).ToList();
        var collector = new SymbolCollector(resolver, splitter, request.MethodNames);
        foreach (var file in objects)
            AddSymbols(collector, file, diagnostics);
        return new LinkedImage
        {
            Name = request.Name,
            ImageBase = request.ImageBase,
            EntryAddress = AddressOf(resolver.Resolve(request.EntrySymbol), splitter),
            Segments = segments,
            Symbols = collector.Symbols,
            Relocations = [.. applier.Relocations.OrderBy(r => r.Address)],
            Lines = collector.Lines,
        };
    }

    private static void AddSymbols(SymbolCollector collector, ObjectFile file, DiagnosticBag diagnostics)
    {
        try
        {
            collector.Add(file);
        }
        catch (FileFormatException e)
        {
            diagnostics.Report(e.Rule, null, file.Name, e.Message);
        }
    }

    private static uint AddressOf(ObjectSymbol? symbol, SectionSplitter splitter) =>
        symbol?.Section is { } section ? splitter.Find(section, symbol.Offset).AddressOf(symbol.Offset) : 0;

    private static void MarkLive(LinkRequest request, SymbolResolver resolver, SectionSplitter splitter, DiagnosticBag diagnostics)
    {
        var roots = new List<ObjectSymbol>();
        if (resolver.Resolve(request.EntrySymbol) is { Section.Kind: SectionKind.Text } entry)
            roots.Add(entry);
        else
            diagnostics.Report(ToolchainRules.EntryMissing, null, request.Name, request.EntrySymbol);
        foreach (var name in request.RootSymbols)
        {
            if (resolver.Resolve(name) is { Section.Kind: not (SectionKind.Debug or SectionKind.Discarded) } root)
                roots.Add(root);
            else
                diagnostics.Report(ToolchainRules.UndefinedSymbol, null, request.Name, name, "the tool chain");
        }
        var associates = request.Objects
            .SelectMany(o => o.Sections)
            .Where(s => s.AssociatedSection is not null && !resolver.IsDropped(s))
            .ToLookup(s => s.AssociatedSection!);
        var marker = new LivenessMarker(resolver, splitter);
        marker.Mark(roots, associates);
        UndefinedReporter.Report(request, marker.Undefined, diagnostics);
    }
}
