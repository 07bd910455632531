namespace RecipeServer;

/// <summary>What the partition that keeps the recipes does for others.</summary>
[CallContract]
public interface IRecipes
{
    /// <summary>The recipe of a number.</summary>
    Recipe Load(int number);

    /// <summary>Keeps a recipe under a number, if it is one that an oven can bake by.</summary>
    bool Store(int number, in Recipe recipe);
}
