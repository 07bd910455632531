using System.CommandLine;
using Nanokernel.X86.CommandLine;

namespace Nanokernel;

/// <summary>The command line of a system: what its <c>Main</c> returns.</summary>
public static class SystemCommandLine
{
    /// <summary>
    /// Runs one of the commands <c>check</c>, <c>image</c>, <c>run</c> (also where only its options are given, or nothing), <c>report</c>,
    /// <c>header</c> or <c>create-key</c>. Findings are printed to standard output in the form <c>file(line,column): error NKnnnn: message</c>,
    /// all at once.
    /// </summary>
    /// <param name="system">The composed system.</param>
    /// <param name="args">The arguments of <c>Main</c>; <c>--help</c> lists what is understood.</param>
    /// <returns>
    /// The exit code for <c>Main</c>: 0; 1 when there are errors; for <c>run</c>, the exit code of the image: 0 to 127.
    /// </returns>
    public static int Run(this SystemBuilder system, string[] args)
    {
        ArgumentNullException.ThrowIfNull(system);
        ArgumentNullException.ThrowIfNull(args);

        var run = RunCommand.Create(system);
        var root = new RootCommand($"The system '{system.Name}': check it, make its image, run it. Without a command, it runs.")
        {
            CheckCommand.Create(system),
            ImageCommand.Create(system),
            run,
            ReportCommand.Create(system),
            HeaderCommand.Create(),
            SignCommand.Create(system),
            CreateKeyCommand.Create(),
        };
        return root.Parse(NamesCommand(args) ? args : [run.Name, .. args]).Invoke();
    }

    /// <summary>Options alone are those of <c>run</c>, but for the two that are about the whole.</summary>
    private static bool NamesCommand(string[] args) =>
        args is [var first, ..] && (!first.StartsWith('-') || first is "-?" or "-h" or "--help" or "--version");
}
