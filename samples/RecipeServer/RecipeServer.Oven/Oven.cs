namespace RecipeServer;

/// <summary>Looks up its recipe before each batch. Without an answer within a millisecond it goes on by the one that it has.</summary>
[Partition]
internal static partial class Oven
{
    private const int Number = 1;
    private const int Batches = 3;

    [Calls("recipes")]
    private static partial RecipesClient Recipes { get; }

    private static void Main()
    {
        var recipe = new Recipe(180, 10);
        for (var batch = 1; batch <= Batches; batch++)
        {
            if (Recipes.Load(Number, TimeSpan.FromMilliseconds(1)).TryGetValue(out var loaded) && loaded.Minutes > 0)
                recipe = loaded;
            Console.WriteLine($"batch {batch}: {recipe.Minutes} minutes at {recipe.Temperature} degrees");
            Clock.Sleep(TimeSpan.FromMilliseconds(10));
        }

        Machine.EndSystem(0);
    }
}
