using Nanokernel.X86.Building;
using Xunit;

namespace Nanokernel.X86.Tests.Building;

public sealed class StepCacheTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("nanokernel cache ").FullName;
    private readonly StepCache _cache;
    private readonly string _input;
    private readonly string _output;

    public StepCacheTests()
    {
        _cache = new StepCache(Path.Combine(_folder, "intermediate"));
        _input = Path.Combine(_folder, "input.txt");
        _output = _cache.PathOf("output.txt");
        File.WriteAllText(_input, "one");
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_step_runs_once_for_the_same_inputs()
    {
        Assert.Equal((true, true), Run("settings"));
        Assert.Equal((true, false), Run("settings"));
    }

    [Fact]
    public void A_changed_input_runs_the_step_again()
    {
        Run("settings");
        File.WriteAllText(_input, "two");

        Assert.Equal((true, true), Run("settings"));
    }

    [Fact]
    public void A_touched_input_with_the_same_content_does_not_run_the_step()
    {
        Run("settings");
        File.SetLastWriteTimeUtc(_input, DateTime.UtcNow.AddHours(1));

        Assert.Equal((true, false), Run("settings"));
    }

    [Fact]
    public void Changed_settings_run_the_step_again()
    {
        Run("settings");

        Assert.Equal((true, true), Run("other settings"));
    }

    [Fact]
    public void A_deleted_output_runs_the_step_again()
    {
        Run("settings");
        File.Delete(_output);

        Assert.Equal((true, true), Run("settings"));
    }

    [Fact]
    public void A_failed_step_is_not_remembered_even_if_it_left_an_output()
    {
        var failed = _cache.Run(_output, [_input], "settings", () =>
        {
            File.WriteAllText(_output, "half");
            return false;
        });

        Assert.Equal((false, true), failed);
        Assert.Equal((true, true), Run("settings"));
    }

    [Fact]
    public void Another_folder_starts_afresh()
    {
        Run("settings");

        Assert.Equal((true, true), RunIn("another", common: null, "settings"));
    }

    [Fact]
    public void What_folders_have_in_common_runs_once_for_the_same_inputs_settings_and_output()
    {
        var common = Directory.CreateDirectory(Path.Combine(_folder, "common")).FullName;

        Assert.Equal((true, true), RunIn("a", common, "settings"));
        Assert.Equal((true, false), RunIn("b", common, "settings"));
        Assert.Equal("made from one", File.ReadAllText(Path.Combine(_folder, "b", "output.txt")));
        Assert.Equal((true, true), RunIn("b", common, "other settings"));
        Assert.Equal((true, true), RunIn("c", common, "settings", "other.txt"));
        File.WriteAllText(_input, "two");
        Assert.Equal((true, true), RunIn("c", common, "settings"));
        Assert.Equal("made from two", File.ReadAllText(Path.Combine(_folder, "c", "output.txt")));
    }

    private (bool Succeeded, bool Ran) RunIn(string folder, string? common, string settings, string output = "output.txt")
    {
        var cache = new StepCache(Path.Combine(_folder, folder), common);
        return Run(cache, cache.PathOf(output), settings);
    }

    private (bool Succeeded, bool Ran) Run(string settings) => Run(_cache, _output, settings);

    private (bool Succeeded, bool Ran) Run(StepCache cache, string output, string settings) => cache.Run(output, [_input], settings, () =>
    {
        File.WriteAllText(output, "made from " + File.ReadAllText(_input));
        return true;
    });
}
