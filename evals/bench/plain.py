"""The plain query of a tool's hardest question: what one would write first, straight over the rows.

It answers one part of what the tool answers (most tools ask several such questions a call).
"""

PLAIN: dict[str, str] = {
    "find_orders": (
        "SELECT count(*), sum(o.total_minor) FROM orders o "
        "JOIN addresses a ON a.id = o.address_id "
        "WHERE o.shop_id = :shop AND lower(a.city) = 'mumbai'"
    ),
    "business_summary": (
        "SELECT count(*), sum(CASE WHEN status <> 'Cancelled' THEN total_minor END), "
        "sum(CASE WHEN payment_method = 'COD' THEN 1 ELSE 0 END) FROM orders WHERE shop_id = :shop"
    ),
    "run_report": (
        "SELECT a.city, count(*), sum(CASE WHEN s.status LIKE 'RTO%' THEN 1 ELSE 0 END) "
        "FROM shipments s JOIN orders o ON o.id = s.order_id "
        "JOIN addresses a ON a.id = o.address_id WHERE s.shop_id = :shop GROUP BY a.city"
    ),
    "courier_performance": (
        "SELECT s.courier, count(*), sum(CASE WHEN EXISTS (SELECT 1 FROM ndr_cases n "
        "WHERE n.shop_id = s.shop_id AND n.shipment_id = s.id) THEN 1 ELSE 0 END) "
        "FROM shipments s WHERE s.shop_id = :shop GROUP BY s.courier"
    ),
    "list_parcels": (
        "SELECT count(*), sum(o.total_minor) FROM shipments s JOIN orders o ON o.id = s.order_id "
        "WHERE s.shop_id = :shop AND s.status = 'Delivered'"
    ),
    "list_ndr": (
        "SELECT n.reason, count(*), sum(o.total_minor) FROM ndr_cases n "
        "JOIN orders o ON o.id = n.order_id WHERE n.shop_id = :shop GROUP BY n.reason"
    ),
    "low_stock": (
        "SELECT i.variant_id, sum(i.quantity) FROM order_items i "
        "JOIN orders o ON o.id = i.order_id WHERE i.shop_id = :shop "
        "AND o.status NOT IN ('Cancelled', 'Failed') GROUP BY i.variant_id"
    ),
    "dead_stock": (
        "SELECT i.variant_id, max(o.placed_at) FROM order_items i JOIN orders o "
        "ON o.id = i.order_id WHERE i.shop_id = :shop GROUP BY i.variant_id"
    ),
    "show_customer": (
        "SELECT id FROM customers WHERE shop_id = :shop AND lower(' ' || name) LIKE '% sharma%' "
        "ORDER BY name LIMIT 200"
    ),
    "list_customers": (
        "SELECT o.customer_id, sum(o.total_minor) AS spent FROM orders o WHERE o.shop_id = :shop "
        "GROUP BY o.customer_id ORDER BY spent DESC LIMIT 10"
    ),
    "show_order": "SELECT id FROM orders WHERE shop_id = :shop AND number LIKE '%99999'",
    "late_parcels": (
        "SELECT count(*), sum(o.total_minor) FROM shipments s JOIN orders o ON o.id = s.order_id "
        "WHERE s.shop_id = :shop AND s.delivered_at IS NULL AND s.promised_at < '2026-11-20'"
    ),
}
"""By the tool's name."""
