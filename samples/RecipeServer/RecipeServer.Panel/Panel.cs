namespace RecipeServer;

/// <summary>Changes a recipe while the oven bakes by it, and tries one that no oven bears.</summary>
[Partition]
internal static partial class Panel
{
    private const int Number = 1;

    [Calls("recipes")]
    private static partial RecipesClient Recipes { get; }

    private static void Main()
    {
        Store(new Recipe(220, 12));
        Clock.Sleep(TimeSpan.FromMilliseconds(10));
        Store(new Recipe(2_200, 12));
        Store(new Recipe(200, 15));
    }

    private static void Store(Recipe recipe)
    {
        var stored = Recipes.Store(Number, recipe);
        Console.WriteLine($"{recipe.Minutes} minutes at {recipe.Temperature} degrees: {(stored.IsCompleted && stored.Value ? "stored" : "refused")}");
    }
}
