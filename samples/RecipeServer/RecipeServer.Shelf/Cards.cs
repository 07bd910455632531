namespace RecipeServer;

/// <summary>The recipes. Numbers and values come from another partition, so they are checked.</summary>
internal sealed class Cards : IRecipes
{
    private const int Count = 16;
    private const int HottestOven = 300;

    private readonly Recipe[] _cards = new Recipe[Count];

    public Recipe Load(int number) => (uint)number < Count ? _cards[number] : default;

    public bool Store(int number, in Recipe recipe)
    {
        if ((uint)number >= Count || recipe.Temperature is < 0 or > HottestOven || recipe.Minutes <= 0)
            return false;
        _cards[number] = recipe;
        return true;
    }
}
