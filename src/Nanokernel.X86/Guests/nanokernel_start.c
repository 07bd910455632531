/*
 * Start-up of a partition in C: link it in, and main is called on the partition's stack; what it returns is the partition's exit code.
 * Interrupts are held back until nk_enable_interrupts.
 */
#include "nanokernel_guest.h"

int main(void);
_Noreturn void nk_run_main(void);

/* The kernel enters here with ESP at the end of the stack, a multiple of 16, and every other register zero. */
__asm__(".text\n"
        ".globl _start\n"
        ".type _start, @function\n"
        "_start:\n"
        "    call nk_run_main\n"
        ".size _start, . - _start\n");

_Noreturn void nk_run_main(void)
{
    nk_exit(main());
}
