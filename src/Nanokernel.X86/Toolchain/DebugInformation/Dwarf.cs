namespace Nanokernel.X86.Toolchain;

/// <summary>The numbers of DWARF version 4 that are used here, by the standard's names without their prefixes.</summary>
internal static class Dwarf
{
    public const ushort Version = 4;
    public const byte AddressBytes = 4;

    public const byte TagCompileUnit = 0x11;
    public const byte TagSubprogram = 0x2E;
    public const byte HasNoChildren = 0;
    public const byte HasChildren = 1;

    public const byte AttributeName = 0x03;
    public const byte AttributeStatementList = 0x10;
    public const byte AttributeLowAddress = 0x11;
    public const byte AttributeHighAddress = 0x12;
    public const byte AttributeLanguage = 0x13;
    public const byte AttributeProducer = 0x25;
    public const byte AttributeDeclarationFile = 0x3A;
    public const byte AttributeDeclarationLine = 0x3B;
    public const byte AttributeFrameBase = 0x40;

    public const byte FormAddress = 0x01;
    public const byte FormData4 = 0x06;
    public const byte FormString = 0x08;
    public const byte FormData1 = 0x0B;
    public const byte FormUnsigned = 0x0F;
    public const byte FormSectionOffset = 0x17;
    public const byte FormExpression = 0x18;

    /// <summary>C# has no number in version 4. C's expressions are those that a debugger's user writes for words, pointers and registers.</summary>
    public const byte LanguageC99 = 0x0C;

    public const byte LineExtended = 0;
    public const byte LineCopy = 1;
    public const byte LineAdvanceAddress = 2;
    public const byte LineAdvanceLine = 3;
    public const byte LineSetFile = 4;
    public const byte LineExtendedEndSequence = 1;
    public const byte LineExtendedSetAddress = 2;

    public const uint FrameCommon = 0xFFFF_FFFF;
    public const byte FrameAdvance = 0x40;
    public const byte FrameOffset = 0x80;
    public const byte FrameRestore = 0xC0;
    public const byte FrameAdvance1 = 0x02;
    public const byte FrameAdvance2 = 0x03;
    public const byte FrameAdvance4 = 0x04;
    public const byte FrameUndefined = 0x07;
    public const byte FrameDefineAddress = 0x0C;
    public const byte FrameDefineAddressRegister = 0x0D;
    public const byte FrameDefineAddressOffset = 0x0E;
    public const byte FrameDefineAddressExpression = 0x0F;

    public const byte OperationAddress = 0x03;
    public const byte OperationDereference = 0x06;
    public const byte OperationCallFrameAddress = 0x9C;
}
