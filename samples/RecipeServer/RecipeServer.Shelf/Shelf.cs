namespace RecipeServer;

/// <summary>Serves calls, one after the other, until nobody can call any more.</summary>
[Partition]
internal static partial class Shelf
{
    [Serves("recipes")]
    private static partial RecipesServer Recipes { get; }

    private static void Main()
    {
        var cards = new Cards();
        while (Recipes.Serve(cards))
        {
        }
    }
}
