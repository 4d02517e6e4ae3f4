from datetime import UTC, datetime, timedelta

NOW = datetime(2027, 3, 2, 19, 30, tzinfo=UTC)  # 14:30 in New York
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)
