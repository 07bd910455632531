namespace Nanokernel;

// The memory of a block, word by word: so a test can end the machine between any two of its writes.
internal interface IPersistentWords
{
    uint Read(uint offset);

    void Write(uint offset, uint value);
}
