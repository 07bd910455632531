namespace System;

// What every T[] is besides an Array.
internal class Array<T> : Array;
