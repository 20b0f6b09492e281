"""What strangers send, point by point, and where it is tried. `SECURITY.md` says what is promised.

1. A pull request runs code: `test_git`, `test_traced`.
2. Pages outside of the tree are read and shown: `test_outside`, `test_traced`.
3. One page ends the run of all, or is silenced: `test_our_own_bugs`, `test_depth`, `test_blowups`.
4. Never ends - pipes, endless devices: `test_waiting`.
5. A crash by nesting: `test_depth`.
6. A killed process hangs the run: `test_our_own_bugs`.
7. `links` passes over pages it did not check: `test_blowups`, `test_outside`.
8. Script on a published page: `test_passive`, `test_shown`.
9. Names written raw to terminals and logs: `test_output`, `test_passive`.
10. What blows up in time or memory: `test_blowups`, `test_differing`, `test_patterns`.
11. Writing through links: `test_writing`.
12. Half an import, half a file: `test_writing`, and a hundred times `make kills`.
13. Another exit code than the contract's: `test_output`, `test_depth`.
14. Addresses that are not public: `test_external`.
15. What a change hides: `test_trust`.

Then all together: `make fuzz`, `test_traced`, and what a release was compared with, `test_release`.
And by what is asked: `test_exchange`, `test_fixing`, `test_importing`, `test_parts`.
"""
