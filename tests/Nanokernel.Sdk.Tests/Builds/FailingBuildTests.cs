namespace Nanokernel.Sdk.Tests.Builds;

/// <summary>Builds that fail: each says why in one coded line, and leaves no image that its sources no longer describe.</summary>
public sealed class FailingBuildTests(PackedPackages packages)
{
    private const string Program = "Plant/Program.cs";
    private const string End = "return system.Run(args);";

    [Fact]
    public Task Two_partitions_with_one_UART_are_both_named_with_their_lines() => FailsAsync(
        "WithPriority(Priority.RealTime)",
        "WithPriority(Priority.RealTime)\n    .OwnsDevice(Pc.Com1)",
        "{Program}(11,6): error NK0204: IRQ 4 (COM1) is owned by partition 'control' and by partition 'monitor'."
        + " An interrupt line has one owner: remove one, or pass its data over a channel. First claim: {Program}(7,6).");

    [Fact]
    public Task The_same_is_found_by_the_build_where_the_editor_cannot_know() => FailsAsync(
        "WithPriority(Priority.RealTime)",
        "WithPriority(Priority.RealTime)\n    .OwnsDevice(args is [] ? Pc.Com2 : Pc.Com1)",
        "{Program}(11): error NK0204: IRQ 4 (COM1) is owned by partition 'control' and by partition 'monitor'."
        + " An interrupt line has one owner: remove one, or pass its data over a channel. First claim: {Program}(7).",
        "{Project} : error NK2903: System 'Plant' made no image and ended with exit code 1. Mend the findings above.");

    [Fact]
    public Task A_program_that_fails_in_silence_is_told_how_to_end() => SaysAsync(
        End,
        "return 3;",
        "{Project} : error NK2903: System 'Plant' made no image and ended with exit code 3."
        + " It printed nothing: end its program with 'return system.Run(args);'.");

    [Fact]
    public Task A_program_that_throws_is_quoted() => SaysAsync(
        End,
        "throw new InvalidOperationException(\"no plant\");",
        "Its output: Unhandled exception. System.InvalidOperationException: no plant");

    [Fact]
    public Task A_program_that_never_runs_the_system_makes_no_image() => FailsAsync(
        End,
        "return 0;",
        "{Project} : error NK2904: System 'Plant' ended well but wrote no image '{Image}'. End its program with 'return system.Run(args);'.");

    [Fact]
    public async Task A_project_without_a_type_is_told_once()
    {
        var plant = await packages.PlantAsync(nameof(FailingBuildTests));
        using var edit = plant.Replace("Plant.Control/Plant.Control.csproj", "<NanokernelProjectType>Partition</NanokernelProjectType>", "");

        var output = await plant.TryBuildAsync();

        var project = plant.PathOf("Plant.Control/Plant.Control.csproj");
        Assert.Equal(
            [
                $"{project} : error NK2901: Project 'Plant.Control' has NanokernelProjectType ''."
                + " Set it to System (composes an image), Partition (runs in one) or Library (shared by partitions).",
            ],
            output.Errors);
    }

    [Fact]
    public async Task Two_references_of_one_name_are_both_named()
    {
        var plant = await packages.PlantAsync(nameof(FailingBuildTests));
        using var edit = plant.Replace(
            "Plant/Plant.csproj", "Plant.Monitor.csproj\"", "Plant.Monitor.csproj\" MemberName=\"Control\"");

        var output = await plant.TryBuildAsync();

        var project = plant.PathOf("Plant/Plant.csproj");
        Assert.Equal(
            [
                $"{project} : error NK2905: Partition references \"../Plant.Control/Plant.Control.csproj\" and"
                + " \"../Plant.Monitor/Plant.Monitor.csproj\" would all be Projects.Control."
                + " Give one of them a name of its own: MemberName=\"...\".",
            ],
            output.Errors);
    }

    [Fact]
    public Task A_reference_to_a_library_is_no_partition() => RefersAsync(
        "Plant/Plant.csproj",
        "../Plant.Monitor/Plant.Monitor.csproj",
        "../Plant.Contracts/Plant.Contracts.csproj",
        "error NK2906: PartitionReference \"../Plant.Contracts/Plant.Contracts.csproj\" is a project of NanokernelProjectType 'Library'."
        + " Refer to one of type Partition, or give that project this type.");

    [Fact]
    public Task A_partition_that_refers_to_its_system_is_told_why_it_cannot() => RefersAsync(
        "Plant.Control/Plant.Control.csproj",
        "../Plant.Contracts/Plant.Contracts.csproj",
        "../Plant/Plant.csproj",
        "error NK2907: Project 'Plant.Control' is a Partition and references \"../Plant/Plant.csproj\", a System, which is a program of the host."
        + " Move what both need into a Library.");

    [Fact]
    public Task A_reference_that_leads_nowhere_is_told_with_its_path() => RefersAsync(
        "Plant/Plant.csproj",
        "../Plant.Monitor/Plant.Monitor.csproj",
        "../Plant.Montior/Plant.Montior.csproj",
        "error NK2908: PartitionReference \"../Plant.Montior/Plant.Montior.csproj\" leads to no project: '{Path}' does not exist."
        + " Correct the path; it is relative to the folder of this project.");

    [Fact]
    public async Task A_property_of_an_unknown_value_is_told()
    {
        var plant = await packages.PlantAsync(nameof(FailingBuildTests));

        var output = await plant.TryBuildAsync("-p:NanokernelBuildImage=never");

        Assert.Contains(
            "error NK2909: NanokernelBuildImage is 'never'. Set it to true (the default) or false (compile the program and make no image).",
            output.Text,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_host_without_compiler_is_told_before_anything_is_built()
    {
        var plant = await packages.PlantAsync(nameof(FailingBuildTests));

        var output = await plant.TryBuildAsync("-p:NETCoreSdkPortableRuntimeIdentifier=freebsd-x64");

        var project = plant.PathOf("Plant/Plant.csproj");
        Assert.Equal(
            [
                $"{project} : error NK2902: The host 'freebsd-x64' has no compiler package for IA-32."
                + " Build the system on linux-x64, linux-arm64 or win-x64.",
            ],
            output.Errors);
        Assert.Empty(output.Translated);
    }

    private async Task RefersAsync(string project, string reference, string replacement, string error)
    {
        var plant = await packages.PlantAsync(nameof(FailingBuildTests));
        using var edit = plant.Replace(project, reference, replacement);

        var output = await plant.TryBuildAsync();

        var path = plant.PathOf(replacement.Replace("../", "", StringComparison.Ordinal));
        Assert.Equal([$"{plant.PathOf(project)} : {error.Replace("{Path}", path, StringComparison.Ordinal)}"], output.Errors);
    }

    private async Task FailsAsync(string text, string replacement, params string[] errors)
    {
        var plant = await packages.PlantAsync(nameof(FailingBuildTests));
        await plant.EnsureBuiltAsync();
        Assert.All(plant.ImageFiles, path => Assert.True(File.Exists(plant.PathOf(path)), path));

        await SaysAsync(text, replacement, errors);
        Assert.All(plant.ImageFiles, path => Assert.False(File.Exists(plant.PathOf(path)), path));
    }

    private async Task SaysAsync(string text, string replacement, params string[] errors)
    {
        var plant = await packages.PlantAsync(nameof(FailingBuildTests));
        using var edit = plant.Replace(Program, text, replacement);

        var output = await plant.TryBuildAsync();

        Assert.False(output.Succeeded);
        Assert.All(errors, error => Assert.Contains(
            error
                .Replace("{Program}", plant.PathOf(Program), StringComparison.Ordinal)
                .Replace("{Project}", plant.PathOf("Plant/Plant.csproj"), StringComparison.Ordinal)
                .Replace("{Image}", plant.PathOf(plant.ImageFiles[0]), StringComparison.Ordinal),
            output.Text,
            StringComparison.Ordinal));
    }
}
