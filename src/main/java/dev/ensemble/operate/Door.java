package dev.ensemble.operate;

/** The way to a server elsewhere, which can be looked at without anything being said through it. */
public interface Door {

    /** Whether it opens shows in its {@link Reach}. */
    void look();
}
