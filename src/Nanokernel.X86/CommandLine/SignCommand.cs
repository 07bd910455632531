using System.CommandLine;
using Nanokernel.Checking;
using Nanokernel.X86.Building;

namespace Nanokernel.X86.CommandLine;

/// <summary><c>sign</c>: makes a signed image of one partition, which a watcher can put into its place while the system runs.</summary>
internal static class SignCommand
{
    public static Command Create(SystemBuilder system)
    {
        var partition = new Argument<string>("partition") { Description = "The name of a partition with a replaceable image." };
        var key = new Option<FileInfo>("--key", "-k")
        {
            Description = "The PEM file with the private half of the system's key.",
            HelpName = "file",
            Required = true,
        };
        var password = new Option<string?>("--password-variable")
        {
            Description = "The environment variable with the password of an encrypted key.",
            HelpName = "name",
        };
        var output = new Option<FileInfo?>("--output", "-o") { Description = "The file to write; by default PARTITION.image.", HelpName = "file" };
        var options = new BuildOptions(hasOutput: false);
        var command = new Command("sign", "Make a signed image of a partition, for a watcher to put into its place.") { partition, key, password, output };
        options.AddTo(command);
        command.SetAction(arguments =>
        {
            var name = arguments.GetRequiredValue(partition);
            return Run(
                system, name, arguments.GetRequiredValue(key).ToString(), arguments.GetValue(password),
                arguments.GetValue(output)?.ToString() ?? name + ".image", options.Read(arguments));
        });
        return command;
    }

    private static int Run(SystemBuilder system, string partition, string keyPath, string? passwordVariable, string output, ImageOptions options)
    {
        var diagnostics = new DiagnosticBag();
        if (SigningKey.TryRead(keyPath, passwordVariable, location: null, diagnostics, out var key))
        {
            using (key)
            {
                if (PartitionImageBuilder.TryBuild(system, partition, key, options, diagnostics, out var image))
                    Write(image, partition, output, diagnostics);
            }
        }

        return Findings.Print(diagnostics);
    }

    private static void Write(byte[] image, string partition, string path, DiagnosticBag diagnostics)
    {
        try
        {
            File.WriteAllBytes(path, image);
            Console.Out.WriteLine($"{partition} -> {path}, {image.Length} bytes");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            diagnostics.Report(BuildingRules.OutputNotWritable, null, path, exception.Message);
        }
    }
}
