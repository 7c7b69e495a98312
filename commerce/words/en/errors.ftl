error-not-allowed = Your role ({ $role }) may not do that. Ask a manager or the owner of the shop.
