using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Nanokernel.X86.Building;

namespace Nanokernel.X86.Guests;

/// <summary>The summaries that stand in the sources of <see cref="Nanokernel.Abi"/>, as comments for C.</summary>
internal static partial class AbiComments
{
    private const int Columns = 130;

    private static readonly Lazy<Dictionary<string, IReadOnlyList<string>>> Comments = new(Read);

    /// <summary>The lines of a type's comment; none where it has no summary.</summary>
    public static IReadOnlyList<string> Of(Type type) => Comments.Value.GetValueOrDefault(type.Name, []);

    /// <summary>The lines of a field's or constant's comment.</summary>
    public static IReadOnlyList<string> Of(FieldInfo field) => Comments.Value.GetValueOrDefault($"{field.DeclaringType!.Name}.{field.Name}", []);

    private static Dictionary<string, IReadOnlyList<string>> Read()
    {
        var comments = new Dictionary<string, IReadOnlyList<string>>();
        foreach (var (_, source) in EmbeddedFiles.AbiSources())
        {
            var root = CSharpSyntaxTree.ParseText(source, new CSharpParseOptions(documentationMode: Microsoft.CodeAnalysis.DocumentationMode.Parse)).GetRoot();
            foreach (var type in root.DescendantNodes().OfType<BaseTypeDeclarationSyntax>())
            {
                comments[type.Identifier.Text] = SummaryOf(type, type.Identifier.Text);
                foreach (var field in type.ChildNodes().OfType<FieldDeclarationSyntax>())
                {
                    foreach (var variable in field.Declaration.Variables)
                        comments[$"{type.Identifier.Text}.{variable.Identifier.Text}"] = SummaryOf(field, type.Identifier.Text);
                }
            }
        }

        return comments;
    }

    private static IReadOnlyList<string> SummaryOf(MemberDeclarationSyntax member, string type)
    {
        var comment = member.GetLeadingTrivia()
            .Select(trivia => trivia.GetStructure())
            .OfType<DocumentationCommentTriviaSyntax>()
            .FirstOrDefault();
        if (comment is null)
            return [];
        var text = LineStart().Replace(comment.ToFullString(), "");
        var summary = XElement.Parse($"<doc>{text}</doc>", LoadOptions.PreserveWhitespace).Element("summary");
        return summary is null ? [] : [.. Lines(summary, type)];
    }

    private static IEnumerable<string> Lines(XElement summary, string type)
    {
        var text = new StringBuilder();
        foreach (var node in summary.Nodes())
        {
            if (node is XElement { Name.LocalName: "code" } code)
            {
                foreach (var line in Wrap(text.ToString()))
                    yield return line;
                text.Clear();
                foreach (var line in code.Value.Trim('\r', '\n').Split('\n'))
                    yield return line.TrimEnd();
                continue;
            }

            text.Append(node switch
            {
                XText words => words.Value,
                XElement element => element.Attribute("cref") is { } target ? Name(target.Value, type) : Flat(element, type),
                _ => "",
            });
        }

        foreach (var line in Wrap(text.ToString()))
            yield return line;
    }

    private static string Flat(XElement element, string type) => string.Concat(element.Nodes().Select(node => node switch
    {
        XText words => words.Value,
        XElement { } inner => inner.Attribute("cref") is { } target ? Name(target.Value, type) : Flat(inner, type),
        _ => "",
    }));

    /// <summary>What a reference leads to, by its name in C where it is part of the interface.</summary>
    private static string Name(string target, string type)
    {
        var parts = target.Split('.');
        var member = parts[^1];
        if (CNames.AbiTypes.FirstOrDefault(candidate => candidate.Name == member) is { } named && (parts.Length == 1 || parts[^2] == "Abi"))
            return CNames.Of(named);
        var owner = parts.Length > 1 ? parts[^2] : type;
        return CNames.AbiTypes.FirstOrDefault(candidate => candidate.Name == owner)?.GetField(member) is { } field ? CNames.Of(field) : member;
    }

    private static IEnumerable<string> Wrap(string text)
    {
        var line = new StringBuilder();
        foreach (var word in text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > Columns)
            {
                yield return line.ToString();
                line.Clear();
            }

            line.Append(line.Length > 0 ? " " : "").Append(word);
        }

        if (line.Length > 0)
            yield return line.ToString();
    }

    [GeneratedRegex(@"^\s*/// ?", RegexOptions.Multiline)]
    private static partial Regex LineStart();
}
