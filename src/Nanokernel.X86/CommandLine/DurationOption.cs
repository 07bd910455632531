using System.CommandLine;
using System.Globalization;

namespace Nanokernel.X86.CommandLine;

/// <summary>An option whose value is a duration with its unit: 500ms, 2s, 1.5m.</summary>
internal static class DurationOption
{
    private static readonly (string Suffix, double Seconds)[] Units = [("ms", 0.001), ("s", 1), ("m", 60)];

    public static Option<TimeSpan?> Create(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "duration",
        CustomParser = result =>
        {
            var text = result.Tokens[0].Value;
            foreach (var (suffix, seconds) in Units)
            {
                if (text.EndsWith(suffix, StringComparison.Ordinal)
                    && double.TryParse(text[..^suffix.Length], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
                    && value * seconds is > 0 and <= 86_400)
                {
                    return TimeSpan.FromSeconds(value * seconds);
                }
            }

            result.AddError($"'{text}' is not a duration for {name}: write a number and a unit, such as 500ms, 2s or 1.5m (at most 1440m).");
            return null;
        },
    };
}
