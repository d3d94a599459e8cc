"""Orchestration: the only room that has heard of Dagster.

What belongs here: which step comes when, what the UI shows of it, and when it runs by itself. What does not:
what a step does; an asset's body is a call into a room to the left.

Importing this package costs nothing; `refresh` and `definitions` import Dagster, which takes half a second.
"""
