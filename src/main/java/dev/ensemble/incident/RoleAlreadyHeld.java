package dev.ensemble.incident;

/** Somebody was faster: the role has a holder. */
public class RoleAlreadyHeld extends Conflict {

    public RoleAlreadyHeld(Role role, String holder) {
        super("%s is %s already. They can give the role up, then it is free to take.".formatted(holder, role.label()));
    }
}
