error-not-allowed = Your role ({ $role }) may not do that. Ask a manager or the owner of the shop.
error-no-such-tool = There is no tool called { $name }. There are: { $tools }.
error-arguments = That request was not complete or not clear: { $wrong }
error-unexpected = Something went wrong on our side, and nothing was changed. Please try again; if it happens again, tell us the reference { $reference }.
error-stranger = I do not know you here yet. Please sign in, or ask the shop for an invitation.
error-conversation-not-found = There is no such conversation of yours.
